/* html.h: a page written element by element. Escaping happens here and nowhere else: what comes from people goes through
 * html_text, html_user, html_attr or a phrase's places; html_raw takes nothing but literals.
 *
 * In text and attribute values `&<>"'` become references; control characters that no page may hold become U+FFFD. Text of
 * people is isolated, so that its direction of writing ends with it (bidi.h). Running out of memory is remembered in the
 * buffer. */
#ifndef WRITE_HTML_H
#define WRITE_HTML_H

#include "explain/wording.h"

enum { HTML_DEPTH_MOST = 64 };

typedef struct Html {
    TextBuffer text;
    const char *open[HTML_DEPTH_MOST]; /* the elements that are open, the outermost first */
    int depth;
    bool in_tag;  /* the innermost element can still get attributes */
    int n_charts; /* for their ids */
} Html;

/* Elements. Names are our own literals. An element without content (meta, input) is closed too. */
void html_open(Html *html, const char *element);
void html_open_class(Html *html, const char *element, const char *class_names);
void html_close(Html *html);
void html_element(Html *html, const char *element, const char *text); /* with text of our own */

/* Attributes, right after html_open. `style` and handlers are refused: the page's policy would not run them. */
void html_attr(Html *html, const char *name, const char *value);
void html_attr_number(Html *html, const char *name, int64_t value);
void html_attr_id(Html *html, const char *name, const char *before, int64_t number); /* before + number, as "#p12" */

/* Text. */
void html_text(Html *html, const char *text);         /* our own words, or what cannot change direction */
void html_number(Html *html, int64_t number);         /* with separators of thousands */
void html_user(Html *html, const char *text);         /* of people, in a <bdi> */
void html_sentence(Html *html, const char *sentence); /* of Cadre's with words of people in it: an isolate from left to right */
void html_element_user(Html *html, const char *element, const char *text); /* an element around html_user */

/* Literals only: anything else does not compile. */
#define html_raw(html, literal) html_raw_n((html), "" literal "", sizeof(literal) - 1)
void html_raw_n(Html *html, const char *literal, size_t size);

/* A text compiled in: a style or a script, which must not hold the end of its own element. */
void html_embedded(Html *html, const unsigned char *bytes, size_t size);

/* Text of people for a place of html_phrase: it becomes a <bdi>. NULL: no memory. */
const char *html_name(Html *html, const char *text);

/* Add a phrase; its places are escaped, and those made by html_name isolated. */
void html_phrase_n(Html *html, Phrase phrase, const WordPlace *places, int n_places);
#define html_phrase(html, phrase, ...)                                                                                         \
    html_phrase_n((html), (phrase), (const WordPlace[]){__VA_ARGS__},                                                          \
                  (int)(sizeof((const WordPlace[]){__VA_ARGS__}) / sizeof(WordPlace)))
static inline void html_phrase_plain(Html *html, Phrase phrase) { html_phrase_n(html, phrase, NULL, 0); }

/* The escaping alone, for other files of markup. */
void html_escape(TextBuffer *out, const char *text);

/* A buffer's text as a place of a phrase or an argument; NULL, and lost, without memory. */
const char *html_words(Html *html, TextBuffer *words);

#endif
