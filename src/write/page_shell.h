/* page_shell.h: what stands around the contents of every page that is opened by itself: the policy, the style, the links to the
 * sections and the script. */
#ifndef WRITE_PAGE_SHELL_H
#define WRITE_PAGE_SHELL_H

#include "write/html.h"

typedef struct ShellLink {
    const char *id, *title; /* title: words of people or ours */
} ShellLink;

/* From the beginning to the open <body>. title: words of people isolated (svg_name). name: of a file in a folder of pages, or
 * NULL: the page says it, so that it can be told from somebody's own file. */
void shell_begin(Html *page, const char *title, const char *name);

/* Whether bytes that a file of that name begins with are those of such a page; SHELL_MARKED of them are enough. */
enum { SHELL_MARKED = 512 };
bool shell_is_page(const char bytes[], size_t size, const char *name);

void shell_nav(Html *page, const ShellLink links[], int n);

/* A section with its heading, open. */
void shell_section(Html *page, const ShellLink *link);

/* The script, and the end. */
void shell_end(Html *page);

#endif
