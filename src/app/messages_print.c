#include <stdio.h>

#include "app/console.h"

/* One plain line, whatever is in a cell or a file's name: control characters become blanks. */
static void print_plain(const char *text)
{
    for (; *text; text++) {
        const unsigned char *byte = (const unsigned char *)text;
        if (byte[0] == 0xc2 && byte[1] >= 0x80 && byte[1] < 0xa0) text++; /* U+0080 to U+009F in UTF-8 */
        putc(text != (const char *)byte || *byte < ' ' || *byte == 0x7f ? ' ' : *byte, stderr);
    }
}

static void print_place(const CadreMessage *message)
{
    if (!message->file[0]) return;
    print_plain(message->file);
    if (message->line > 0) fprintf(stderr, ":%d", message->line);
    if (message->line > 0 && message->column > 0) fprintf(stderr, ":%d", message->column);
    fputs(": ", stderr);
}

void messages_print(void *data, const CadreMessage *message)
{
    static const char *const prefixes[] = {[CADRE_ERROR] = "", [CADRE_WARNING] = "warning: ", [CADRE_NOTE] = "note: "};
    Console *console = data;
    if (console->silent || (console->quiet && message->severity != CADRE_ERROR)) return;
    progress_clear(console);
    print_place(message);
    fputs(prefixes[message->severity], stderr);
    print_plain(message->text);
    putc('\n', stderr);
}
