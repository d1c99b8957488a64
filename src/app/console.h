/* console.h: what a running command tells on standard error: findings, and how far it is. */
#ifndef APP_CONSOLE_H
#define APP_CONSOLE_H

#include <time.h>

#include "cadre/cadre.h"

typedef struct Console {
    bool quiet;   /* neither progress, notes nor warnings */
    bool verbose; /* what the solver does, a line each */
    bool silent;  /* no findings either: they are part of what is printed */
    bool has_terminal, bar_shown;
    char stage[80];
    int percent;
    struct timespec told; /* when progress was last shown */
} Console;

/* A listener that tells everything on `console`. */
CadreListener console_listener(Console *console);

/* `FILE:LINE:COLUMN: text`, without what is 0; "warning: " or "note: " before the text. */
void messages_print(void *console, const CadreMessage *message);

void progress_show(void *console, const char *stage, double done);
void progress_clear(Console *console); /* take the bar off the screen */

#endif
