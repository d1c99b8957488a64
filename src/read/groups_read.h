/* groups_read.h: groups.csv -> groups, `each` spread over the sites, sorted by full name. */
#ifndef READ_GROUPS_READ_H
#define READ_GROUPS_READ_H

#include "read/slots_read.h"

/* One row of groups.csv: what its copies share, and the short forms until roles.csv and needs.csv are known. */
typedef struct GroupDraft {
    Group group;       /* name, site, roles, slots, topics still open */
    bool each;         /* one copy per site */
    int site;          /* Model.sites, -1: open to all; no meaning with each */
    int leaders;       /* -1 where blank */
    const char *needs; /* "" where blank */
    Origin leaders_origin, needs_origin;
    SlotList slots;
} GroupDraft;

#endif
