/* facts.h: figures of real schools that the generator follows.
 *
 * Sizes, job titles and networks: Chicago Public Schools' public position roster of 2018 (positions that are filled), by way of
 * github.com/alasdair-greenland/cps-data-projects, commit 2b65411, MIT licence: 652 units, median 45 staff.
 * Importance and level of skills: O*NET 29.3 database, U.S. Department of Labor/ETA, CC BY 4.0. */
#ifndef GENERATE_FACTS_H
#define GENERATE_FACTS_H

enum { FACTS_UNITS = 652, FACTS_JOBS = 18, FACTS_SKILLS = 20, FACTS_DEPARTMENTS = 6, FACTS_NETWORKS = 19 };

typedef enum Occupation {
    OCCUPATION_ADMINISTRATOR,
    OCCUPATION_ELEMENTARY_TEACHER,
    OCCUPATION_MIDDLE_TEACHER,
    OCCUPATION_SECONDARY_TEACHER,
    OCCUPATION_COORDINATOR,
    OCCUPATION_ASSISTANT,
    OCCUPATION_LIBRARIAN,
    OCCUPATION_COUNSELOR,
    OCCUPATION_COUNT
} Occupation;

typedef struct JobFact {
    const char *title;
    int positions;         /* how many the district filled */
    Occupation occupation; /* the nearest profile */
    int department;        /* facts_departments */
} JobFact;

typedef struct SkillFact {
    int importance; /* hundredths of 1-5 */
    int level;      /* hundredths of 0-7 */
} SkillFact;

typedef struct NetworkFact {
    const char *name;
    int schools;
} NetworkFact;

extern const short facts_unit_sizes[FACTS_UNITS]; /* staff of each unit, ascending */
extern const JobFact facts_jobs[FACTS_JOBS];
extern const char *const facts_departments[FACTS_DEPARTMENTS];
extern const char *const facts_skills[FACTS_SKILLS]; /* what a survey calls them */
extern const SkillFact facts_profiles[OCCUPATION_COUNT][FACTS_SKILLS];
extern const NetworkFact facts_networks[FACTS_NETWORKS];

#endif
