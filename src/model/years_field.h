/* years_field.h: whether a field is years of service, whose values are told in bands and never one by one. */
#ifndef MODEL_YEARS_FIELD_H
#define MODEL_YEARS_FIELD_H

#include "model/model.h"

/* Its name says so, three in four answers are numbers, and none is too great for it (2018 is a date). staff: [values of the
 * field] people counted at each. Cost O(values). */
bool years_field(const Model *model, int field, const int staff[]);

#endif
