/* alteration.h: a model with a few things changed, as an edit of its sheets would change them: what "what if" asks about. */
#ifndef MODEL_ALTERATION_H
#define MODEL_ALTERATION_H

#include "model/model.h"

typedef enum AlterationKind {
    ALTER_MUST,       /* person serves in the role (in the group, where role is -1) */
    ALTER_NEVER,      /* person does not */
    ALTER_LEVEL,      /* person has `value` as level of the skill */
    ALTER_HOURS,      /* person has `value` hundredths of hours */
    ALTER_MAX_GROUPS, /* person's limit is `value` */
    ALTER_MAX_LEADS,
    ALTER_POSITION, /* the role is open to the position `value` too */
    ALTER_MEETS,    /* the group meets when no other does */
    ALTER_ROLE_MIN, /* the role's min is `value` */
    ALTER_MIN_SIZE, /* the group's min_size is `value` */
    ALTER_PEOPLE,   /* the coverage `source` asks for `value` people; 0: for none */
    ALTER_MIX_MIN,  /* the mix `source` has `value` as its min */
    ALTER_MIX_MAX,  /* ... as its max */
    ALTER_UNPIN,    /* the never pins of person that name the role are gone, from their other roles too */
    ALTER_OUTSIDE,  /* someone more, for this role only: at every level that it requires, at `value` in the skill, with
                       `field_value` of the field, for as many hours as it takes */
} AlterationKind;

/* Indices are -1 where they say nothing. */
typedef struct Alteration {
    AlterationKind kind;
    int person, group, role;
    int skill, value;
    int field, field_value;
    int source; /* Model.coverages or Model.mixes */
} Alteration;

/* Of that kind, about person, group and role (-1: none), and nothing else yet. */
static inline Alteration alteration_of(AlterationKind kind, int person, int group, int role)
{
    return (Alteration){kind, person, group, role, -1, 0, -1, -1, -1};
}

/* The same with a skill (-1: none) and a value. */
static inline Alteration alteration_to(AlterationKind kind, int person, int role, int skill, int value)
{
    return (Alteration){kind, person, -1, role, skill, value, -1, -1, -1};
}

/**
 * The model with the alterations made, in their order. Arrays that stay are shared with `model`, which must outlive it; indices
 * stay what they are, and someone from outside comes after all staff.
 * Errors: CADRE_NO_MEMORY. Cost O(size of the arrays that change).
 */
CadreStatus model_alter(Model *out, const Model *model, const Alteration *alterations, int n, Arena *arena, CadreError *err);

#endif
