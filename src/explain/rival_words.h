/* rival_words.h: what decided between a holder and the best person not chosen, in words. */
#ifndef EXPLAIN_RIVAL_WORDS_H
#define EXPLAIN_RIVAL_WORDS_H

#include "explain/advantage.h"
#include "explain/rival.h"
#include "explain/wording.h"

/* What `person` has told of each fact: "has Data 2 and rated it 3 of 5". */
void add_facts(TextBuffer *text, const Holdings *holdings, int person, int role, const Advantage *list, int n);

/* The person's interest in the role as a fact. */
void add_interest_fact(TextBuffer *text, const Holdings *holdings, int person, int role);

/* One clause that names the rival: "ahead of Bo, who has Data 2". list: in what the holder is ahead, for DECIDED_POINTS. */
void add_rivalry(TextBuffer *text, const Rivals *rivals, const Rivalry *between, const Advantage *list, int n);

/* What goes on from "Bo has more points for it (640)": " but leads Attendance instead". */
void add_decision(TextBuffer *text, const Rivals *rivals, const Rivalry *between);

#endif
