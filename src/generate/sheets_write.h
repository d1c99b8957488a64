/* sheets_write.h: each file of a made-up district as text. No name that the generator makes holds a comma, a quote or a line
 * break. */
#ifndef GENERATE_SHEETS_WRITE_H
#define GENERATE_SHEETS_WRITE_H

#include "base/text_buffer.h"
#include "generate/record.h"

void skills_survey_put(TextBuffer *out, const MadeDistrict *district);
void interests_survey_put(TextBuffer *out, const MadeDistrict *district);
void columns_sheet_put(TextBuffer *out, const MadeDistrict *district);
void people_sheet_put(TextBuffer *out, const MadeDistrict *district);
void sites_sheet_put(TextBuffer *out, const MadeDistrict *district);
void groups_sheet_put(TextBuffer *out, const MadeDistrict *district);
void roles_sheet_put(TextBuffer *out, const MadeDistrict *district);
void needs_sheet_put(TextBuffer *out, const MadeDistrict *district);
void mix_sheet_put(TextBuffer *out, const MadeDistrict *district);
void pins_sheet_put(TextBuffer *out, const MadeDistrict *district);
void pairs_sheet_put(TextBuffer *out, const MadeDistrict *district);
void previous_sheet_put(TextBuffer *out, const MadeDistrict *district);
void settings_sheet_put(TextBuffer *out, const MadeDistrict *district);

/* The record: every person, level, rule and setting as meant, wherever the sheets say it, as JSON with one person, group, ... a
 * line. Sites, kinds, skills, people and groups are told by index, roles by index in the group's kind, hours in hundredths,
 * meetings in minutes of the day; null is no limit, no such thing, or no answer. Limits of a person that are null are the
 * settings'. */
void record_put(TextBuffer *out, const MadeDistrict *district);

#endif
