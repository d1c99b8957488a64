/* model_builder.h: small Models by hand. Things are added in the order that model.h asks for: a person's answers and attributes
 * right after the person, a group's roles right after the group, a role's targets and bars right after the role. */
#ifndef TESTS_MODEL_BUILDER_H
#define TESTS_MODEL_BUILDER_H

#include "model/model.h"

enum { BUILDER_ROOM = 512, BUILDER_SITES = 4 }; /* of each kind */

/* A model with `n_skills` skills named s0, s1, ..., the default settings and one site "Site"; n_sites may be raised to
 * BUILDER_SITES. */
Model *builder_model(Arena *arena, int n_skills);

int builder_person(Model *model, const char *key);
void builder_level(Model *model, int person, int skill, int level, int interest); /* LEVEL_NONE: no answer */
void builder_attribute(Model *model, const char *field, const char *value);       /* of the last person */
void builder_topic(Model *model, const char *topic, int rating, int choice);      /* of the last person */

int builder_group(Model *model, const char *name); /* open to all, sizes 0 to NO_LIMIT, an hour, weight 1, no topic */
void builder_slot(Model *model, int day, int start, int end);                   /* of the last group */
int builder_role(Model *model, const char *name, int min, int max, bool leads); /* of the last group */
void builder_target(Model *model, int skill, int level, int weight);            /* of the last role */
void builder_bar(Model *model, int skill, int level);                           /* of the last role */

void builder_pin(Model *model, int person, PinRule rule, int role); /* role -1: every role */
void builder_previous(Model *model, int person, int role);          /* ascending */
void builder_held(Model *model, int person, int role);              /* ascending */

#endif
