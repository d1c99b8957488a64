/* phrases.h: the tables of phrases, for wording.c alone: a file a subject, each phrase in one of them. */
#ifndef EXPLAIN_PHRASES_H
#define EXPLAIN_PHRASES_H

#include "explain/wording.h"

extern const char *const phrases_result[PHRASES], *const phrases_explain[PHRASES], *const phrases_scenarios[PHRASES],
                                                                                       *const phrases_report[PHRASES],
                                                                                           *const phrases_inventory[PHRASES],
                                                                                               *const phrases_pages[PHRASES];

enum { PHRASE_TABLES = 6 };
extern const char *const *const phrase_tables[PHRASE_TABLES]; /* all of them; NULL where a phrase stands in another */

#endif
