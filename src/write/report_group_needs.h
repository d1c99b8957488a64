/* report_group_needs.h: the part of a group's card that sets what it asks for beside what its members bring. */
#ifndef WRITE_REPORT_GROUP_NEEDS_H
#define WRITE_REPORT_GROUP_NEEDS_H

#include "write/report_section.h"

/* Nothing where the group asks for no skill and no mix. Errors: CADRE_NO_MEMORY. Cost that of group_profile_make. */
CadreStatus report_group_needs(Html *page, const Report *report, int group, CadreError *err);

#endif
