/* scenario_change.h: one line of a scenario (DESIGN section 3), which need not be in a file. */
#ifndef MODEL_SCENARIO_CHANGE_H
#define MODEL_SCENARIO_CHANGE_H

typedef struct ScenarioChange {
    const char *sheet, *key, *column, *value;
} ScenarioChange;

#endif
