/* statistics.h: two lines on a made-up district. */
#ifndef GENERATE_STATISTICS_H
#define GENERATE_STATISTICS_H

#include <stdio.h>

#include "generate/record.h"

/* Seats that must be filled and roles open (pins aside) per person, group rules per group, and persons that coverage lacks
 * whoever is chosen. Cost O(staff * kinds * roles), times 1 for groups open to all. */
void statistics_print(FILE *print, const MadeDistrict *district);

#endif
