#include "write/html.h"

#include <assert.h>
#include <string.h>

#include "write/bidi.h"

/* Around a name in a phrase's places. No other text brings them: html_name takes them out of names. */
enum { NAME_BEGINS = '\x02', NAME_ENDS = '\x03' };

static const char replacement[] = "\ufffd";

/* What stands for the character at `at`, and how many bytes it has; NULL: itself. */
static const char *stands_for(const char *at, size_t *size)
{
    unsigned char byte = (unsigned char)at[0], next = byte ? (unsigned char)at[1] : 0;
    *size = 1;
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
        return NULL;
    case '\r':
        return " ";
    default:
        break;
    }
    if (byte < 0x20 || byte == 0x7f) return replacement;
    if (byte == 0xc2 && next >= 0x80 && next < 0xa0) {
        *size = 2;
        return replacement;
    }
    if (byte == 0xef && next == 0xbf && ((unsigned char)at[2] & 0xfe) == 0xbe) {
        *size = 3;
        return replacement;
    }
    return NULL;
}

static void escape(TextBuffer *out, const char *text, bool names)
{
    const char *plain = text; /* not added yet */
    while (*text) {
        size_t size;
        const char *as = stands_for(text, &size);
        if (names && *text == NAME_BEGINS) as = "<bdi>";
        if (names && *text == NAME_ENDS) as = "</bdi>";
        if (as) {
            buffer_add_n(out, plain, (size_t)(text - plain));
            buffer_add(out, as);
            plain = text + size;
        }
        text += size;
    }
    buffer_add_n(out, plain, (size_t)(text - plain));
}

void html_escape(TextBuffer *out, const char *text) { escape(out, text, false); }

static void add_escaped(Html *html, const char *text)
{
    if (text)
        escape(&html->text, text, false);
    else
        html->text.lost = true;
}

static bool is_one_of(const char *name, const char *const names[])
{
    for (int i = 0; names[i]; i++)
        if (names[i][0] == name[0] && strcmp(name, names[i]) == 0) return true;
    return false;
}

static void end_tag(Html *html)
{
    if (html->in_tag) buffer_add_byte(&html->text, '>');
    html->in_tag = false;
}

void html_open(Html *html, const char *element)
{
    end_tag(html);
    assert(html->depth < HTML_DEPTH_MOST);
    html->open[html->depth++] = element;
    buffer_add_byte(&html->text, '<');
    buffer_add(&html->text, element);
    html->in_tag = true;
}

void html_open_class(Html *html, const char *element, const char *class_names)
{
    html_open(html, element);
    html_attr(html, "class", class_names);
}

void html_close(Html *html)
{
    static const char *const empty[] = {"meta", "input", "br", "hr", "col", NULL};
    static const char *const lines[] = {"meta",   "tr",    "li",    "p",     "div",    "section", "article",
                                        "header", "nav",   "main",  "ul",    "ol",     "caption", "thead",
                                        "tbody",  "table", "svg",   "h1",    "h2",     "h3",      "dl",
                                        "dd",     "head",  "title", "style", "script", "footer",  NULL};
    assert(html->depth > 0);
    const char *element = html->open[--html->depth];
    bool is_empty = is_one_of(element, empty);
    end_tag(html);
    if (!is_empty) {
        buffer_add(&html->text, "</");
        buffer_add(&html->text, element);
        buffer_add_byte(&html->text, '>');
    }
    if (is_one_of(element, lines)) buffer_add_byte(&html->text, '\n');
}

void html_element(Html *html, const char *element, const char *text)
{
    html_open(html, element);
    html_text(html, text);
    html_close(html);
}

static void begin_attr(Html *html, const char *name)
{
    assert(html->in_tag);
    assert(strncmp(name, "on", 2) != 0 && strcmp(name, "style") != 0);
    buffer_add_byte(&html->text, ' ');
    buffer_add(&html->text, name);
    buffer_add(&html->text, "=\"");
}

void html_attr(Html *html, const char *name, const char *value)
{
    begin_attr(html, name);
    add_escaped(html, value);
    buffer_add_byte(&html->text, '"');
}

static void add_number(Html *html, int64_t number)
{
    char digits[WORDS_AMOUNT_SIZE];
    buffer_add(&html->text, words_digits(digits, number, false));
}

void html_attr_number(Html *html, const char *name, int64_t value) { html_attr_id(html, name, "", value); }

void html_attr_id(Html *html, const char *name, const char *before, int64_t number)
{
    begin_attr(html, name);
    add_escaped(html, before);
    add_number(html, number);
    buffer_add_byte(&html->text, '"');
}

void html_text(Html *html, const char *text)
{
    end_tag(html);
    add_escaped(html, text);
}

void html_number(Html *html, int64_t number)
{
    char digits[WORDS_AMOUNT_SIZE];
    html_text(html, words_digits(digits, number, true));
}

void html_user(Html *html, const char *text)
{
    end_tag(html);
    buffer_add(&html->text, "<bdi>");
    add_escaped(html, text ? bidi_balanced(text, html->text.arena) : NULL);
    buffer_add(&html->text, "</bdi>");
}

void html_sentence(Html *html, const char *sentence)
{
    end_tag(html);
    buffer_add(&html->text, "<bdi dir=\"ltr\">");
    add_escaped(html, sentence ? bidi_without(sentence, html->text.arena) : NULL);
    buffer_add(&html->text, "</bdi>");
}

void html_element_user(Html *html, const char *element, const char *text)
{
    html_open(html, element);
    html_user(html, text);
    html_close(html);
}

void html_raw_n(Html *html, const char *literal, size_t size)
{
    end_tag(html);
    buffer_add_n(&html->text, literal, size);
}

void html_embedded(Html *html, const unsigned char *bytes, size_t size) { html_raw_n(html, (const char *)bytes, size); }

const char *html_name(Html *html, const char *text)
{
    const char *balanced = text ? bidi_balanced(text, html->text.arena) : NULL;
    char *name = balanced ? arena_print(html->text.arena, "%c%s%c", NAME_BEGINS, balanced, NAME_ENDS) : NULL;
    if (!name) return NULL;
    for (char *at = name + 1; at[0] && at[1]; at++)
        if (*at == NAME_BEGINS || *at == NAME_ENDS) *at = '\x01';
    return name;
}

void html_phrase_n(Html *html, Phrase phrase, const WordPlace *places, int n_places)
{
    TextBuffer words = {.arena = html->text.arena};
    words_add_n(&words, phrase, places, n_places);
    const char *text = html_words(html, &words);
    end_tag(html);
    if (text) escape(&html->text, text, true);
}

const char *html_words(Html *html, TextBuffer *words)
{
    const char *text;
    CadreError unheard; /* remembered in the page's buffer instead */
    if (buffer_text(&text, words, &unheard) == CADRE_OK) return text;
    html->text.lost = true;
    return NULL;
}
