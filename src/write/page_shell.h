/* page_shell.h: what stands around the contents of every page that is opened by itself: the policy, the style, the links to the
 * sections and the script. */
#ifndef WRITE_PAGE_SHELL_H
#define WRITE_PAGE_SHELL_H

#include "write/html.h"

typedef struct ShellLink {
    const char *id, *title; /* title: words of people or ours */
} ShellLink;

/* From the beginning to the open <body>. title: words of people isolated (svg_name). */
void shell_begin(Html *page, const char *title);

void shell_nav(Html *page, const ShellLink links[], int n);

/* A section with its heading, open. */
void shell_section(Html *page, const ShellLink *link);

/* The script, and the end. */
void shell_end(Html *page);

#endif
