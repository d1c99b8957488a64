/* rule_judge.h: which rules any assignments of a tiny model keep, from the words of the contract and the Model alone. */
#ifndef TESTS_RULE_JUDGE_H
#define TESTS_RULE_JUDGE_H

#include "solve/need_conflict.h"

enum { RULE_JUDGE_STAFF = 4 }; /* at most so many */

typedef struct RuleJudge {
    const Model *model;
    const ScoreTable *scores;
} RuleJudge;

/* hold[person]: a bit set of roles; at most 8 of them. */
bool rule_holds(const RuleJudge *judge, const unsigned hold[], const ConflictRow *row);

/* Whether some assignment of roles open to people, one a group, keeps all rows; alone (or NULL): [n], whether some breaks just
 * this one. By trying everything. */
bool rules_can_hold(const RuleJudge *judge, const ConflictRow *rows, int n, bool *alone);

#endif
