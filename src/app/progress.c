/* A bar where standard error is a terminal; else a line now and then, so that short runs say nothing. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/console.h"

enum { BAR_WIDTH = 30 };
static const double bar_every_s = 0.1, line_every_s = 10;

static void trace_show(void *data, const char *line)
{
    Console *console = data;
    if (!console->verbose) return;
    progress_clear(console);
    fprintf(stderr, "cadre: %s\n", line);
}

CadreListener console_listener(Console *console)
{
    console->has_terminal = isatty(STDERR_FILENO);
    clock_gettime(CLOCK_MONOTONIC, &console->told);
    return (CadreListener){.data = console, .message = messages_print, .progress = progress_show, .trace = trace_show};
}

void progress_clear(Console *console)
{
    if (console->bar_shown) fputs("\r\033[K", stderr);
    console->bar_shown = false;
}

static void show_bar(Console *console)
{
    int full = console->percent * BAR_WIDTH / 100;
    fputs("\r[", stderr);
    for (int i = 0; i < BAR_WIDTH; i++) putc(i < full ? '#' : '.', stderr);
    fprintf(stderr, "] %s %d %%\033[K", console->stage, console->percent);
    fflush(stderr);
    console->bar_shown = true;
}

static double seconds_since(const struct timespec *then, const struct timespec *now)
{
    return (double)(now->tv_sec - then->tv_sec) + (double)(now->tv_nsec - then->tv_nsec) / 1e9;
}

void progress_show(void *data, const char *stage, double done)
{
    Console *console = data;
    struct timespec now;
    if (console->quiet) return;
    if (done >= 1) {
        progress_clear(console);
        return;
    }
    bool is_new = strcmp(console->stage, stage) != 0;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double waited = seconds_since(&console->told, &now);
    if (console->has_terminal ? !is_new && waited < bar_every_s : waited < line_every_s) return;
    snprintf(console->stage, sizeof console->stage, "%s", stage);
    console->percent = done <= 0 ? 0 : (int)(100 * done);
    console->told = now;
    if (console->has_terminal)
        show_bar(console);
    else
        fprintf(stderr, "cadre: %s %d %%\n", console->stage, console->percent);
}
