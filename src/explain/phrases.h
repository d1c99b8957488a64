/* phrases.h: the tables of phrases, for wording.c alone: a file a subject, each phrase in one of them. */
#ifndef EXPLAIN_PHRASES_H
#define EXPLAIN_PHRASES_H

#include "explain/wording.h"

extern const char *const phrases_result[PHRASES];
extern const char *const phrases_explain[PHRASES];
extern const char *const phrases_scenarios[PHRASES];
extern const char *const phrases_report[PHRASES];
extern const char *const phrases_inventory[PHRASES];
extern const char *const phrases_pages[PHRASES];

enum { PHRASE_TABLES = 6 };
extern const char *const *const phrase_tables[PHRASE_TABLES]; /* all of them; NULL where a phrase stands in another */

#endif
