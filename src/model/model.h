/* model.h: a school or district and its plan as arrays; every id has become an index. Filled by read/, read by all the rest.
 *
 * Orders: staff by key, groups by full name, roles by (group, name), all bytewise; so no index depends on the order of rows in
 * a file. -1 stands for "none" in every index. All of it lives in the run's arena. */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include <limits.h>

#include "base/error.h"
#include "base/names.h"
#include "model/survey_answers.h"

enum {
    LEVEL_MAX = 5,
    LEVEL_NONE = -1, /* no answer */
    POINTS_MAX = 1000,
    NO_LIMIT = INT_MAX, /* max_size, role max, mix max: no bound */
};

typedef enum Fairness { FAIRNESS_TOTAL, FAIRNESS_FLOOR } Fairness;

/* settings.csv with its defaults (DESIGN section 3). */
typedef struct Settings {
    int weight_fit, weight_interest, weight_growth, weight_continuity; /* 0-1000 */
    int hours;                                                         /* hundredths, per person where no sheet says */
    int max_groups, max_leads;
    int everyone, extra_load;                 /* prices, 0-10,000,000 */
    int short_must, short_role, short_should; /* prices per missing person, before the group's weight */
    Fairness fairness;
    int max_changes;         /* NO_LIMIT where blank */
    Origin max_changes_from; /* the row that says so */
    int64_t seed;
    const char *closes; /* ISO date YYYY-MM-DD, "" where unset */
} Settings;

#define SETTINGS_INIT                                                                                                          \
    {                                                                                                                          \
        .weight_fit = 50, .weight_interest = 35, .weight_growth = 10, .weight_continuity = 5, .hours = 400, .max_groups = 3,   \
        .max_leads = 1, .everyone = 200, .extra_load = 500, .short_must = 1000000, .short_role = 20000, .short_should = 2000,  \
        .fairness = FAIRNESS_TOTAL, .max_changes = NO_LIMIT, .seed = 1, .closes = ""                                           \
    }

/* One value that a person has of one field. site, position and network are fields too. */
typedef struct Attribute {
    int field, value; /* Model.fields, Model.field_values[field] */
} Attribute;

/* What a person said about one topic: a group or focus area that a survey asked about. */
typedef struct TopicAnswer {
    int topic;     /* Model.topics */
    int8_t rating; /* 0-5, LEVEL_NONE where not rated */
    int8_t choice; /* 1-5, value of the best ranked choice; 0 where not chosen */
} TopicAnswer;

typedef struct Person {
    const char *key;               /* what results print: id, else e-mail in lower case, else name */
    const char *id, *email, *name; /* "" where unknown; e-mail in lower case */
    int site;                      /* Model.sites */
    const char *position;          /* "" where unknown */
    int hours;                     /* hundredths of an hour a month */
    int max_groups, max_leads;
    bool own_hours, own_max_groups, own_max_leads; /* a sheet or survey says so, not the settings */
    bool away;                                     /* eligible for nothing, counts for no `each` */
    bool answered;                                 /* answered a survey: `everyone` is for them */
    int first_attribute, n_attributes;             /* Model.attributes, sorted by field, value */
    int first_topic, n_topics;                     /* Model.topic_answers, sorted by topic */
    Origin origin;
} Person;

typedef struct Site {
    const char *name;
    const char *network; /* "" where unknown */
} Site;

/* A meeting slot: an interval of a weekday, or text that only equals itself. */
typedef struct Slot {
    int day;          /* 0 = Monday; -1: text */
    int start, end;   /* minutes of the day, end exclusive */
    int text;         /* for text slots: equal text, equal number; else -1 */
    const char *name; /* as written */
} Slot;

typedef struct Group {
    const char *name;                   /* full: GROUP or GROUP @ SITE */
    const char *base_name;              /* GROUP as in groups.csv */
    const char *kind, *focus, *purpose; /* "" where blank */
    int site;                           /* Model.sites; -1: open to all */
    int min_size, max_size;
    int hours; /* hundredths a month for each member */
    int weight;
    int first_role, n_roles; /* Model.roles */
    int first_slot, n_slots; /* Model.slots */
    int topics[3]; /* what ratings and choices of it are kept under: base name, full name, focus; -1: nobody was asked */
    Origin origin;
} Group;

/* A need that scores: the role's target level of a skill. */
typedef struct Target {
    int skill, level, weight; /* level 1-5, weight 1-10 */
} Target;

/* A must: below this level the role is barred. */
typedef struct Bar {
    int skill, level;
    Origin origin;
} Bar;

typedef struct Role {
    const char *name;
    int group;
    int min, max; /* holders; max may be NO_LIMIT */
    bool leads;
    int hours;                       /* hundredths, on top of the group's */
    int weight;                      /* multiplies points */
    int first_position, n_positions; /* Model.role_positions; none: any position */
    int first_target, n_targets;     /* Model.targets, sorted by skill, one a skill */
    int first_bar, n_bars;           /* Model.bars */
    Origin origin;
} Role;

/* So many holders of the role (of the group, where role is -1) at that level or above. */
typedef struct Coverage {
    int group, role;
    int skill, level, people;
    bool must; /* sets its price only */
    Origin origin;
} Coverage;

/* So many members of a group with this value of the field; both bounds are priced. */
typedef struct Mix {
    int group, field, value;
    int min, max;
    bool must;
    bool each; /* the sheet says `each`: it does not name the value */
    Origin origin;
} Mix;

typedef enum PinRule { PIN_MUST, PIN_NEVER, PIN_PREFER } PinRule;

/* One row of pins.csv. must: the person holds at least one of the roles; never: none; prefer: interest 1000 in each. */
typedef struct Pin {
    int person;
    PinRule rule;
    int first_role, n_roles; /* Model.pin_roles, ascending */
    Origin origin;
} Pin;

/* together: in this group both or neither; apart: not both. One entry a group. An idle pair is one of people whom nothing but a
 * level, a position or a never pin keeps from joining the group both: it holds once that is changed. */
typedef struct Pair {
    int person, other, group;
    bool together;
    Origin origin;
} Pair;

/* What previous.csv says someone did; role is -1 where the group has no such role now. */
typedef struct PreviousAssignment {
    int person, group, role;
} PreviousAssignment;

/* What somebody of the staff did whose group or role the plan has no more, as that sheet names it. */
typedef struct GoneAssignment {
    int person;
    const char *group, *role;
} GoneAssignment;

typedef struct Model {
    Settings settings;
    const char *redacted; /* people have pseudonyms (redact.h): the mark of the key that makes them; NULL: their own names */

    SurveyAnswers *surveys; /* [n_surveys] in the order of the command */
    int n_surveys;

    int n_staff, n_sites, n_skills, n_groups, n_roles;
    Person *staff;
    Site *sites;
    Group *groups;
    Role *roles;

    Names *skills;        /* every skill that a survey asks about */
    int8_t *levels;       /* [n_staff][n_skills], 0-5 or LEVEL_NONE */
    int8_t *interests;    /* [n_staff][n_skills], 0-5 or LEVEL_NONE */
    bool *interest_asked; /* [n_skills]: there is a rating column or a checklist option on interest in it */
    int8_t *tick_level;  /* [n_skills]: of a skill that only lists to tick ask about, the level of a tick, else 0; NULL: none */
    bool asked_by_ticks; /* about skills or interest in them, in some list: who ticks any of it has 0 in the rest */
    bool asked_by_grid;  /* likewise, in some grid to tick: whoever answers the survey has 0 in what is not ticked */
    Names *topics;       /* groups and focus areas that a survey asked about (a column, an option, a choice by anybody) */
    TopicAnswer *topic_answers;
    int n_topic_answers;

    Names *fields;        /* header style; 0 site, 1 position, 2 network, then others */
    Names **field_values; /* [count of fields] */
    Attribute *attributes;
    int n_attributes;

    const int *role_positions; /* values of field 1 */
    int n_role_positions;
    Target *targets;
    Bar *bars;
    Slot *slots;
    int n_targets, n_bars, n_slots;

    Coverage *coverages;
    Mix *mixes;
    Pin *pins;
    int *pin_roles;
    Pair *pairs;
    int n_coverages, n_mixes, n_pins, n_pin_roles, n_pairs;
    int n_idle_pairs; /* after the pairs that hold, in the same array */

    bool has_previous;            /* there is a previous.csv: continuity earns points */
    PreviousAssignment *previous; /* sorted by person, group, role */
    int n_previous;

    bool mends;               /* a result is to be mended: changes are counted against it, not against previous.csv */
    PreviousAssignment *held; /* what it says; sorted by person, group, role */
    int n_held;
    GoneAssignment *gone; /* of it, sorted by person, group, role */
    int n_gone;
    int n_strangers; /* rows of it whose person is not on the staff */
} Model;

enum { FIELD_SITE = 0, FIELD_POSITION = 1, FIELD_NETWORK = 2 };

static inline int model_level(const Model *model, int person, int skill)
{
    return model->levels[(size_t)person * (size_t)model->n_skills + (size_t)skill];
}

static inline int model_interest(const Model *model, int person, int skill)
{
    return model->interests[(size_t)person * (size_t)model->n_skills + (size_t)skill];
}

/* Whether the person has this value of the field. Cost O(log attributes). */
bool model_has_attribute(const Model *model, int person, int field, int value);

/* The person's answer about a topic, or NULL. Cost O(log topics). */
const TopicAnswer *model_topic_answer(const Model *model, int person, int topic);

/* Whether there is something against which changes are counted. */
static inline bool model_counts_changes(const Model *model) { return model->mends || model->has_previous; }

/* Whether what changes are counted against has the person in that role. Cost O(log rows + roles of the person). */
bool model_did_before(const Model *model, int person, int role);

/* The first of Model.previous that is of this person or a later one; n_previous where there is none. Cost O(log previous). */
int model_first_previous(const Model *model, int person);

/* Whether two groups have slots that overlap (touching is no overlap). */
bool model_groups_clash(const Model *model, int group, int other);

/* The person of that key, -1: nobody. Cost O(log staff). */
int model_find_person(const Model *model, const char *key);

/* The role of a group by its exact name, -1 where there is none. Cost O(roles of the group). */
int model_find_role(const Model *model, int group, const char *role_name);

#endif
