/* explain_text.c: the lines of a page, broken to the width of the screen. */
#include "explain/page.h"
#include "write/explain_write.h"
#include "write/screen.h"

CadreStatus explanation_text(const char **text, const Explanation *explanation, int width, Arena *arena, CadreError *err)
{
    Page page;
    TextBuffer out = {.arena = arena};
    TRY(page_make(&page, explanation, arena, err));
    for (int i = 0; i < page.lines.n; i++) {
        const PageLine *line = &page.lines.items[i];
        if (i > 0 && line->indent == 0) buffer_add_byte(&out, '\n');
        screen_add_paragraph(&out, line->text, line->indent, width);
    }
    return buffer_text(text, &out, err);
}
