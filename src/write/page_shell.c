#include "write/page_shell.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"

extern const unsigned char report_css_text[], report_js_text[];
extern const unsigned long report_css_size, report_js_size;

/* Nothing may be loaded, and of styles and scripts only these two run. */
static void add_policy(Html *page)
{
    char style[45], script[45];
    hash_sha256_base64(style, report_css_text, report_css_size);
    hash_sha256_base64(script, report_js_text, report_js_size);
    html_open(page, "meta");
    html_attr(page, "http-equiv", "Content-Security-Policy");
    html_attr(page, "content",
              arena_print(page->text.arena,
                          "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; "
                          "form-action 'none'",
                          style, script));
    html_close(page);
}

static void add_meta(Html *page, const char *name, const char *content)
{
    html_open(page, "meta");
    html_attr(page, "name", name);
    html_attr(page, "content", content);
    html_close(page);
}

static const char mark_name[] = "cadre-page";

void shell_begin(Html *page, const char *title, const char *name)
{
    html_raw(page, "<!DOCTYPE html>\n");
    html_open(page, "html");
    html_attr(page, "lang", "en");
    html_open(page, "head");
    html_open(page, "meta");
    html_attr(page, "charset", "utf-8");
    html_close(page);
    if (name) add_meta(page, mark_name, name);
    add_policy(page);
    add_meta(page, "viewport", "width=device-width, initial-scale=1");
    add_meta(page, "color-scheme", "light dark");
    add_meta(page, "referrer", "no-referrer");
    html_element(page, "title", title);
    html_open(page, "style");
    html_embedded(page, report_css_text, report_css_size);
    html_close(page);
    html_close(page);
    html_open(page, "body");
    html_raw(page, "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
}

bool shell_is_page(const char bytes[], size_t size, const char *name)
{
    char mark[SHELL_MARKED], start[SHELL_MARKED + 1];
    int length = snprintf(mark, sizeof mark, "name=\"%s\" content=\"%s\"", mark_name, name);
    if (size > SHELL_MARKED) size = SHELL_MARKED;
    memcpy(start, bytes, size);
    start[size] = '\0';
    return length < (int)sizeof mark && strstr(start, mark) != NULL;
}

void shell_nav(Html *page, const ShellLink links[], int n)
{
    html_open(page, "nav");
    html_attr(page, "aria-label", "Sections");
    html_open(page, "ul");
    for (int i = 0; i < n; i++) {
        html_open(page, "li");
        html_open(page, "a");
        html_attr(page, "href", arena_print(page->text.arena, "#%s", links[i].id));
        html_user(page, links[i].title);
        html_close(page);
        html_close(page);
    }
    html_close(page);
    html_close(page);
}

void shell_section(Html *page, const ShellLink *link)
{
    const char *title_id = arena_print(page->text.arena, "%s-title", link->id);
    html_open(page, "section");
    html_attr(page, "id", link->id);
    html_attr(page, "aria-labelledby", title_id);
    html_open(page, "h2");
    html_attr(page, "id", title_id);
    html_user(page, link->title);
    html_close(page);
}

void shell_end(Html *page)
{
    html_open(page, "script");
    html_embedded(page, report_js_text, report_js_size);
    html_close(page);
    html_close(page);
    html_close(page);
    html_raw(page, "\n");
}
