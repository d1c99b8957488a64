/* plot.h: marks by two whole numbers, inside a page: total against changes, total against moves. */
#ifndef WRITE_PLOT_H
#define WRITE_PLOT_H

#include "write/svg.h"

typedef struct PlotMark {
    int64_t x, y;
    const char *name;       /* the value of Plot.data_name, words of people or ours */
    const char *class_name; /* of report.css, "dot ..." */
    const char *told;       /* what it is and its figures, isolated where of people (svg_name): shown where it is pointed at */
    const char *label;      /* beside it where there is room; NULL: none */
    bool diamond, ringed;
} PlotMark;

typedef struct Plot {
    const char *title, *desc;
    const char *across, *up; /* what the axes count */
    const char *data_name;   /* the attribute that names a mark: "data-scenario" */
    const PlotMark *marks;   /* [n] later ones are drawn above; labels are placed for the last first */
    int n;
    bool from_zero; /* the axis across begins at 0 */
    bool joined;    /* a line through the marks, in their order */
} Plot;

/* Nothing where there are no marks. */
void plot_add(Html *page, const Plot *plot);

/* The mark alone, beside words that say what it stands for. */
void plot_key(Html *page, const PlotMark *mark);

#endif
