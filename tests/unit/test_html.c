/* What comes from people is text wherever it stands on a page, and reaches no further than itself. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/hash.h"
#include "write/bidi.h"
#include "write/html.h"
#include "write/svg.h"

static Arena *arena;
static CadreError err;
static Html page;

static void set_up(void)
{
    arena = arena_create(NULL);
    page = (Html){.text.arena = arena};
}

static void tear_down(void) { arena_release(arena); }

TestSuite(html, .init = set_up, .fini = tear_down);

static void expect_page(const char *text)
{
    const char *have;
    cr_assert_eq(buffer_text(&have, &page.text, &err), CADRE_OK);
    cr_expect_str_eq(have, text);
}

Test(html, text_and_attributes_are_escaped)
{
    html_open_class(&page, "td", "a\"b");
    html_attr(&page, "title", "<script>'&\n\t");
    html_text(&page, "</td><script>alert(1)</script> & 'x' \"y\"");
    html_close(&page);
    expect_page(
        "<td class=\"a&quot;b\" title=\"&lt;script&gt;&#39;&amp;\n\t\">&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt; "
        "&amp; &#39;x&#39; &quot;y&quot;</td>");
}

Test(html, control_characters_are_replaced)
{
    html_text(&page, "a\x01\x02\x1f\x7f\xc2\x85\xef\xbf\xbe\xef\xbf\xbfz\rq \xc2\xa0 \xef\xbf\xbd \xf0\x9f\x98\x80");
    expect_page("a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdz q \xc2\xa0 \xef\xbf\xbd \xf0\x9f\x98\x80");
}

Test(html, elements_nest_and_empty_ones_have_no_end)
{
    html_open(&page, "p");
    html_open(&page, "input");
    html_attr_number(&page, "size", -12);
    html_close(&page);
    html_open(&page, "a");
    html_attr_id(&page, "href", "#p", 7);
    html_raw(&page, "<b>");
    html_close(&page);
    html_close(&page);
    expect_page("<p><input size=\"-12\"><a href=\"#p7\"><b></a></p>\n");
}

Test(html, people_are_isolated)
{
    html_user(&page, "A\u202eB");
    html_sentence(&page, "<A> \u2067B\u202e \u200fC");
    expect_page("<bdi>A\u202eB\u202c</bdi><bdi dir=\"ltr\">&lt;A&gt; B \u200fC</bdi>");
}

Test(html, a_phrase_isolates_its_names_and_no_others)
{
    const char *group = html_name(&page, "<b>\x02\x03&\u202e");
    html_phrase(&page, PHRASE_SHORT_ROLE, {"needed", "2"}, {"have", "1"}, {"role", "a\"<bdi>"}, {"group", group});
    expect_page("<bdi>&lt;b&gt;\ufffd\ufffd&amp;\u202e\u202c</bdi>: a&quot;&lt;bdi&gt;: 1 of 2 seats filled");
}

Test(html, a_plain_place_makes_no_element)
{
    html_phrase(&page, PHRASE_SHORT_ROLE, {"needed", "2"}, {"have", "1"}, {"role", "r"}, {"group", "g"});
    html_text(&page, "\x02x\x03");
    expect_page("g: r: 1 of 2 seats filled\ufffdx\ufffd");
}

Test(html, memory_that_ran_out_is_remembered)
{
    html_text(&page, NULL);
    const char *text;
    cr_expect_eq(buffer_text(&text, &page.text, &err), CADRE_NO_MEMORY);
}

Test(html, bidi_text_closes_what_it_opens_and_nothing_else)
{
    cr_expect_str_eq(bidi_balanced("plain \u200f\u200e\u061c \u2028", arena), "plain \u200f\u200e\u061c \u2028");
    cr_expect_str_eq(bidi_balanced("\u202ea", arena), "\u202ea\u202c");
    cr_expect_str_eq(bidi_balanced("a\u202c\u2069b", arena), "ab");
    cr_expect_str_eq(bidi_balanced("\u2066\u202aa\u2069b", arena), "\u2066\u202aa\u202c\u2069b");
    cr_expect_str_eq(bidi_balanced("\u2067\u202ca\u2069\u2069", arena), "\u2067a\u2069");
    cr_expect_str_eq(bidi_balanced("\u202a\u2068\u202d", arena), "\u202a\u2068\u202d\u202c\u2069\u202c");
    cr_expect_str_eq(bidi_isolated("\u2069x", arena), "\u2068x\u2069");
}

Test(html, bidi_depth_is_bounded)
{
    TextBuffer deep = {.arena = arena};
    const char *text;
    for (int i = 0; i < 1000; i++) buffer_add(&deep, "\u2066");
    cr_assert_eq(buffer_text(&text, &deep, &err), CADRE_OK);
    cr_expect_eq(strlen(bidi_balanced(text, arena)), 2 * 125 * 3);
}

Test(html, charts_have_titles_of_their_own)
{
    svg_chart(&page, "x", 10, 20, svg_name(&page, "<t>"), "d");
    svg_end(&page);
    svg_mark(&page, "m", 1, 2);
    svg_end(&page);
    svg_chart(&page, "x", 1, 1, "t", "d");
    svg_end(&page);
    const char *text;
    cr_assert_eq(buffer_text(&text, &page.text, &err), CADRE_OK);
    cr_expect(strstr(text, "<svg class=\"x\" width=\"10\" height=\"20\" viewBox=\"0 0 10 20\" role=\"img\" "
                           "aria-labelledby=\"c0t\" aria-describedby=\"c0d\"><title id=\"c0t\">\u2068&lt;t&gt;\u2069</title>"));
    cr_expect(strstr(text, "aria-hidden=\"true\""));
    cr_expect(strstr(text, "<title id=\"c1t\">t</title>"));
}

Test(html, bars_show_a_little_of_anything_and_end_at_their_ends)
{
    cr_expect_eq(svg_length(0, 10, 100), 0);
    cr_expect_eq(svg_length(1, 1000000, 100), 1);
    cr_expect_eq(svg_length(5, 10, 101), 51);
    cr_expect_eq(svg_length(11, 10, 100), 100);
    cr_expect_eq(svg_length(3, 0, 100), 0);
}

Test(html, policy_hash_is_the_one_of_the_standard)
{
    char base64[45];
    hash_sha256_base64(base64, "abc", 3);
    cr_expect_str_eq(base64, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

extern const unsigned char report_css_text[], report_js_text[];

Test(html, what_is_embedded_does_not_end_its_own_element)
{
    cr_expect(!strstr((const char *)report_css_text, "</"));
    cr_expect(!strstr((const char *)report_js_text, "</"));
    cr_expect(!strstr((const char *)report_js_text, "<!--"));
    cr_expect(!strstr((const char *)report_css_text, "url("));
}
