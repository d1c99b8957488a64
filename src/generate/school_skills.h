/* school_skills.h: skills and knowledge that a school can use, for an inventory that no plan narrows down. The selection, the
 * areas and the wording are Cadre's own; what makes each one a skill of schools is a task or skill that O*NET 29.3 (U.S.
 * Department of Labor, Employment and Training Administration, CC BY 4.0; O*NET is a trademark of USDOL/ETA) finds in education
 * occupations. */
#ifndef GENERATE_SCHOOL_SKILLS_H
#define GENERATE_SCHOOL_SKILLS_H

typedef struct SchoolSkill {
    const char *area, *skill;
    const char *source; /* O*NET's task id, or its element id of a skill */
} SchoolSkill;

extern const char school_skills_source[]; /* the sentence that names the source */

/* Area after area. */
extern const SchoolSkill school_skills[];
extern const int n_school_skills;

#endif
