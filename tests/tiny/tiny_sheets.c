#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tiny/tiny_case.h"

const char *const tiny_position_names[2] = {"Teacher", "Aide"};
const char *const tiny_site_names[2] = {"Lincoln", "Roosevelt"};

static FILE *open_sheet(const char *folder, const char *name)
{
    char path[600];
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    return length > 0 && (size_t)length < sizeof path ? fopen(path, "w") : NULL;
}

static void put_number(FILE *file, int value, int blank)
{
    if (value != blank) fprintf(file, "%d", value);
}

static void put_hours(FILE *file, int hundredths) { fprintf(file, "%d.%02d", hundredths / 100, hundredths % 100); }

static void write_survey(FILE *file, const TinyCase *tiny)
{
    fprintf(file, "Staff id");
    for (int i = 0; i < tiny->n_skills; i++) fprintf(file, ",How skilled are you? [S%d]", i);
    for (int i = 0; i < tiny->n_skills; i++)
        if (tiny->interest_column[i]) fprintf(file, ",How interested are you? [S%d]", i);
    for (int i = 0; i < tiny->n_focuses; i++) fprintf(file, ",Where would you like to serve? [F%d]", i);
    fprintf(file, ",First choice,Second choice\n");
    for (int p = 0; p < tiny->n_people; p++) {
        const TinyPerson *person = &tiny->people[p];
        if (!person->answered) continue;
        fprintf(file, "p%d", p);
        for (int i = 0; i < tiny->n_skills; i++) fputc(',', file), put_number(file, person->level[i], TINY_NONE);
        for (int i = 0; i < tiny->n_skills; i++)
            if (tiny->interest_column[i]) fputc(',', file), put_number(file, person->interest[i], TINY_NONE);
        for (int i = 0; i < tiny->n_focuses; i++) fputc(',', file), put_number(file, person->rating[i], TINY_NONE);
        for (int i = 0; i < 2; i++) {
            fputc(',', file);
            if (person->choice[i] != TINY_NONE) fprintf(file, "G%d", person->choice[i]);
        }
        fputc('\n', file);
    }
}

static void write_columns(FILE *file, const TinyCase *tiny)
{
    fprintf(file, "header,means,name\nStaff id,id,\n");
    for (int i = 0; i < tiny->n_skills; i++) fprintf(file, "How skilled are you? [S%d],skill,\n", i);
    for (int i = 0; i < tiny->n_skills; i++)
        if (tiny->interest_column[i]) fprintf(file, "How interested are you? [S%d],interest,\n", i);
    for (int i = 0; i < tiny->n_focuses; i++) fprintf(file, "Where would you like to serve? [F%d],focus,\n", i);
    fprintf(file, "First choice,choice,1\nSecond choice,choice,2\n");
}

static void write_people(FILE *file, const TinyCase *tiny)
{
    fprintf(file, "id,site,position,hours,max_groups,max_leads,away\n");
    for (int p = 0; p < tiny->n_people; p++) {
        const TinyPerson *person = &tiny->people[p];
        fprintf(file, "p%d,%s,%s,", p, person->site == TINY_NONE ? "" : tiny_site_names[person->site],
                tiny_position_names[person->position]);
        put_hours(file, person->hours);
        fprintf(file, ",%d,%d,%s\n", person->max_groups, person->max_leads, person->away ? "yes" : "");
    }
}

static void write_groups(FILE *file, const TinyCase *tiny)
{
    fprintf(file, "group,site,focus,min_size,max_size,hours,meets,weight\n");
    for (int g = 0; g < tiny->n_groups; g++) {
        const TinyGroup *group = &tiny->groups[g];
        fprintf(file, "G%d,%s,", g, group->site == TINY_NONE ? "" : tiny_site_names[group->site]);
        if (group->focus != TINY_NONE) fprintf(file, "F%d", group->focus);
        fprintf(file, ",%d,", group->min_size);
        put_number(file, group->max_size, TINY_NO_LIMIT);
        fputc(',', file);
        put_hours(file, group->hours);
        fprintf(file, ",%s,%d\n", group->slot == TINY_NONE ? "" : tiny_slot_names[group->slot], group->weight);
    }
}

static void write_roles(FILE *file, const TinyCase *tiny)
{
    fprintf(file, "group,role,min,max,leads,hours,weight,positions\n");
    for (int r = 0; r < tiny->n_roles; r++) {
        const TinyRole *role = &tiny->roles[r];
        fprintf(file, "G%d,R%d,%d,%d,%s,", role->group, r, role->min, role->max, role->leads ? "yes" : "no");
        put_hours(file, role->hours);
        fprintf(file, ",%d,%s\n", role->weight, role->positions ? tiny_position_names[role->positions - 1] : "");
    }
}

static void write_needs(FILE *file, const TinyCase *tiny)
{
    fprintf(file, "group,role,skill,level,weight,must,people\n");
    for (int i = 0; i < tiny->n_needs; i++) {
        const TinyNeed *need = &tiny->needs[i];
        fprintf(file, "G%d,", need->group);
        if (need->role != TINY_NONE) fprintf(file, "R%d", need->role);
        fprintf(file, ",S%d,%d,%d,%s,", need->skill, need->level, need->weight, need->must ? "yes" : "no");
        put_number(file, need->people, 0);
        fputc('\n', file);
    }
}

static void write_rows(FILE *mix, FILE *pins, FILE *pairs, const TinyCase *tiny)
{
    static const char *const rules[3] = {"must", "never", "prefer"};
    fprintf(mix, "group,field,value,min,max,must\n");
    for (int i = 0; i < tiny->n_mixes; i++) {
        const TinyMix *row = &tiny->mixes[i];
        fprintf(mix, "G%d,position,%s,%d,", row->group, tiny_position_names[row->position], row->min);
        put_number(mix, row->max, TINY_NO_LIMIT);
        fprintf(mix, ",%s\n", row->must ? "yes" : "no");
    }
    fprintf(pins, "person,group,role,rule\n");
    for (int i = 0; i < tiny->n_pins; i++) {
        const TinyPin *row = &tiny->pins[i];
        fprintf(pins, "p%d,G%d,", row->person, row->group);
        if (row->role != TINY_NONE) fprintf(pins, "R%d", row->role);
        fprintf(pins, ",%s\n", rules[row->rule]);
    }
    fprintf(pairs, "person,other,rule,group\n");
    for (int i = 0; i < tiny->n_pairs; i++) {
        const TinyPair *row = &tiny->pairs[i];
        fprintf(pairs, "p%d,p%d,%s,", row->person, row->other, row->together ? "together" : "apart");
        if (row->group != TINY_NONE) fprintf(pairs, "G%d", row->group);
        fputc('\n', pairs);
    }
}

static void write_previous(FILE *file, const TinyCase *tiny)
{
    fprintf(file, "person,name,site,group,role,leads,points,fit,interest,growth,continuity,reason\n");
    for (int p = 0; p < tiny->n_people; p++)
        for (int r = 0; r < tiny->n_roles; r++)
            if (tiny->previous[p][r]) fprintf(file, "p%d,,,G%d,R%d,no,0,,,,,\n", p, tiny->roles[r].group, r);
}

static void write_settings(FILE *file, const TinyCase *tiny)
{
    fprintf(file, "setting,value\nweight_fit,%d\nweight_interest,%d\nweight_growth,%d\nweight_continuity,%d\n",
            tiny->weights[0], tiny->weights[1], tiny->weights[2], tiny->weights[3]);
    fprintf(file, "everyone,%ld\nextra_load,%ld\nshort_must,%ld\nshort_role,%ld\nshort_should,%ld\nfairness,%s\n",
            (long)tiny->everyone, (long)tiny->extra_load, (long)tiny->short_must, (long)tiny->short_role,
            (long)tiny->short_should, tiny->floor ? "floor" : "total");
    if (tiny->max_changes != TINY_NO_LIMIT) fprintf(file, "max_changes,%d\n", tiny->max_changes);
}

bool tiny_case_write(const TinyCase *tiny, const char *folder)
{
    char plan[512];
    snprintf(plan, sizeof plan, "%s/plan", folder);
    mkdir(folder, 0700);
    mkdir(plan, 0700);
    enum { SURVEY, COLUMNS, PEOPLE, GROUPS, ROLES, NEEDS, MIX, PINS, PAIRS, SETTINGS, SITES, PREVIOUS, N_FILES };
    static const char *const names[N_FILES] = {"survey.csv", "columns.csv",  "people.csv", "groups.csv",
                                               "roles.csv",  "needs.csv",    "mix.csv",    "pins.csv",
                                               "pairs.csv",  "settings.csv", "sites.csv",  "previous.csv"};
    FILE *files[N_FILES] = {0};
    bool fine = true;
    for (int i = 0; i < N_FILES; i++) {
        bool wanted = i == SITES ? tiny->n_sites > 0 : i == PREVIOUS ? tiny->has_previous : true;
        if (wanted) fine &= (files[i] = open_sheet(i == SURVEY ? folder : plan, names[i])) != NULL;
    }
    if (fine) {
        write_survey(files[SURVEY], tiny);
        write_columns(files[COLUMNS], tiny);
        write_people(files[PEOPLE], tiny);
        write_groups(files[GROUPS], tiny);
        write_roles(files[ROLES], tiny);
        write_needs(files[NEEDS], tiny);
        write_rows(files[MIX], files[PINS], files[PAIRS], tiny);
        write_settings(files[SETTINGS], tiny);
        if (files[SITES]) fprintf(files[SITES], "site\n%s\n%s\n", tiny_site_names[0], tiny_site_names[1]);
        if (files[PREVIOUS]) write_previous(files[PREVIOUS], tiny);
    }
    for (int i = 0; i < N_FILES; i++)
        if (files[i]) fine &= fclose(files[i]) == 0;
    return fine;
}

void tiny_case_remove(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) return;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char inner[1024];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        if (unlink(inner) != 0) tiny_case_remove(inner);
    }
    closedir(folder);
    rmdir(path);
}
