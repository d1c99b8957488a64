/* slots_read.h: the text of a `meets` cell -> meeting slots. */
#ifndef READ_SLOTS_READ_H
#define READ_SLOTS_READ_H

#include "model/model.h"

typedef LIST(Slot) SlotList;

/**
 * Append the slots of a `;`-separated cell: "Tue 15:30-16:30", "martes 8:05" (an hour where no end is given). The day counts by
 * its first three letters, English or Spanish. Any other text is a slot that equals only itself, with a warning at `origin`.
 * texts: the texts met so far, so that equal ones get equal numbers. false where there is no memory.
 */
bool slots_parse(SlotList *out, const char *cell, Names *texts, Origin origin, Arena *arena, Messages *messages);

#endif
