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

/* The record: every person, level and rule as meant, as JSON with one person, group, ... a line. */
void record_put(TextBuffer *out, const MadeDistrict *district);

#endif
