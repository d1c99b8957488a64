/* inventory_form.c: what everyone can do and knows. */
#include "generate/questionnaire.h"
#include "generate/school_skills.h"

/* The numbers are what Cadre reads; the words say what they mean. */
static const char *const ability[] = {"0 - Not yet",
                                      "1 - I know a little",
                                      "2 - I can do it with help",
                                      "3 - I can do it on my own",
                                      "4 - I can help others with it",
                                      "5 - I can teach it to others"};

static const char *const usual_positions[] = {"Teacher",
                                              "Special education teacher",
                                              "Teaching assistant or aide",
                                              "Instructional coach",
                                              "Counselor, psychologist or social worker",
                                              "Librarian",
                                              "Nurse or therapist",
                                              "Principal or assistant principal",
                                              "Office staff",
                                              "Kitchen, building or transport staff"};
enum { N_POSITIONS = sizeof usual_positions / sizeof *usual_positions };

static void add_names(FormMaker *maker, Question *question, const Names *names)
{
    for (int i = 0; i < names_count(names); i++) form_option(maker, question, names_get(names, i));
}

static void ask_position(FormMaker *maker, const Brief *brief)
{
    Question *question = form_question(maker, QUESTION_CHOICE, "What is your position?", "");
    form_reads(question, "position", "", "");
    question->own_answer = true;
    add_names(maker, question, brief->positions);
    for (int i = 0; names_count(brief->positions) == 0 && i < N_POSITIONS; i++)
        form_option(maker, question, usual_positions[i]);
}

/* A field of mix.csv: ticks where its values are known, else a short answer. */
static void ask_field(FormMaker *maker, const BriefField *field)
{
    bool known = names_count(field->values) > 0;
    const char *title = arena_print(maker->arena, known ? "Your %s (tick all that apply)" : "Your %s", field->name);
    Question *question = form_question(maker, known ? QUESTION_TICKS : QUESTION_TEXT, title ? title : "", "");
    form_reads(question, known ? "fields" : "field", field->name, "");
    if (!known) return;
    question->own_answer = true;
    add_names(maker, question, field->values);
}

static void ask_who(FormMaker *maker, const Brief *brief)
{
    if (brief->asks_id) form_ask_id(maker, "Your staff id");
    if (brief->asks_name) {
        Question *name = form_question(maker, QUESTION_TEXT, "Your name", "First and last name.");
        form_reads(name, "name", "", "");
        name->required = true;
    }
    if (brief->asks_site) {
        Question *site = form_question(maker, QUESTION_LIST, "Which school or office do you work at?", "");
        form_reads(site, "site", "", "");
        site->required = true;
        add_names(maker, site, brief->sites);
    }
    if (brief->asks_position) ask_position(maker, brief);
    for (int i = 0; i < brief->n_fields; i++) ask_field(maker, &brief->fields[i]);
}

static bool add_skill(FormSections *sections, const char *title, const char *skill, Arena *arena)
{
    FormSection *section = form_section(sections, title, arena);
    return section && LIST_PUSH(arena, &section->names, skill);
}

/* The plan's skills by focus area, those that several want last. */
static bool gather_plan_skills(FormSections *out, Names *asked, const Brief *brief, Arena *arena)
{
    for (int area = 0; area <= names_count(brief->focuses); area++) {
        bool several = area == names_count(brief->focuses);
        const char *title = several ? SEVERAL_AREAS : names_get(brief->focuses, area);
        for (int i = 0; i < brief->n_skills; i++) {
            const BriefSkill *skill = &brief->skills[i];
            if (skill->n_needs == 0 || skill->area != (several ? -1 : area)) continue;
            if (names_add(asked, skill->name) < 0 || !add_skill(out, title, skill->name, arena)) return false;
        }
    }
    return true;
}

static bool gather_own_skills(FormSections *out, Names *asked, Arena *arena)
{
    for (int i = 0; i < n_school_skills; i++) {
        int n_before = names_count(asked);
        if (names_add(asked, school_skills[i].skill) < 0) return false;
        if (names_count(asked) > n_before && !add_skill(out, school_skills[i].area, school_skills[i].skill, arena))
            return false;
    }
    return true;
}

static bool gather_skills(FormSections *sections, Questionnaire *out, const Brief *brief, bool broad, Arena *arena)
{
    Names *asked = names_create(arena, NAME_STYLE_NAME);
    if (!asked || !gather_plan_skills(sections, asked, brief, arena)) return false;
    int n_plan = names_count(asked);
    if ((broad || n_plan == 0) && !gather_own_skills(sections, asked, arena)) return false;
    out->n_skills = names_count(asked);
    out->n_own_skills = out->n_skills - n_plan;
    return true;
}

void inventory_form_make(Questionnaire *out, FormMaker *maker, const Brief *brief, const CadreQuestionnaireOptions *options)
{
    static const char purpose[] =
        "What can we do, and what do we know? This inventory is to find out, so that groups and leadership "
        "roles go to those who have the skill and the will, whatever their rank or years of service.";
    static const char broad_purpose[] = " It asks for more than we need today, for nobody knows yet what we will need next.";
    static const GridWords words = {.title = "How well can you do this?", .help = "", .means = "skill", .levels = ability};
    FormSections sections = {0};
    Form *form = maker->form;
    if (!gather_skills(&sections, out, brief, options->broad, maker->arena)) {
        form->lost = true;
        return;
    }
    form->source = out->n_own_skills > 0 ? school_skills_source : "";
    ask_who(maker, brief);
    form_grids(maker, &sections, &words);
    form_page(maker, "Anything else", "");
    Question *more =
        form_question(maker, QUESTION_STORY, "What else can you do, or would you love to bring to the school?", "");
    form_reads(more, "ignore", "", "");
    form_introduce(maker, arena_print(maker->arena, "%s%s", purpose, out->n_own_skills > 0 ? broad_purpose : ""), brief,
                   options);
}
