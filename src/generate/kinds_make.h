/* kinds_make.h: the kinds of groups of a made-up district, their roles and needs after O*NET's profiles. */
#ifndef GENERATE_KINDS_MAKE_H
#define GENERATE_KINDS_MAKE_H

#include "generate/draw.h"
#include "generate/record.h"

void kinds_make(MadeKind kinds[MADE_KINDS], unsigned rules, Draw *draw);

#endif
