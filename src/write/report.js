/* What the report can do beyond being read: sort and filter its tables, and search it. Without this script nothing is missing
 * but these. Every control is made here. */
(function () {
  'use strict';

  var fold = function (text) {
    return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  };

  var make = function (name, attributes, words) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (words) element.textContent = words;
    return element;
  };

  var labelled = function (words, control) {
    var label = make('label', {}, words + ' ');
    label.appendChild(control);
    return label;
  };

  /* Sorting: a button in each heading; the rows' own order breaks ties. */
  var value = function (row, column, kind) {
    var cell = row.cells[column];
    if (kind === 'number') return Number(cell.dataset.value || cell.textContent.replace(/[^0-9.-]/g, ''));
    return fold(cell.textContent.trim());
  };

  var sort = function (table, header, column) {
    var down = header.getAttribute('aria-sort') === 'ascending', kind = header.dataset.sort, body = table.tBodies[0];
    var collator = new Intl.Collator('en');
    var rows = Array.from(body.rows).map(function (row) { return [value(row, column, kind), row]; });
    rows.sort(function (a, b) {
      var order = kind === 'number' ? a[0] - b[0] : collator.compare(a[0], b[0]);
      return down ? -order : order;
    });
    table.querySelectorAll('th[aria-sort]').forEach(function (other) { other.removeAttribute('aria-sort'); });
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    var sorted = document.createDocumentFragment();
    rows.forEach(function (entry) { sorted.appendChild(entry[1]); });
    body.appendChild(sorted);
  };

  var makeSortable = function (table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (header, column) {
      if (!header.dataset.sort) return;
      var button = make('button', {type: 'button'}, header.textContent);
      header.textContent = '';
      header.appendChild(button);
      button.addEventListener('click', function () { sort(table, header, column); });
    });
  };

  /* Filtering: words in any cell, and one value of each column that offers its values. */
  var makeFilter = function (table) {
    var rows = Array.from(table.tBodies[0].rows).map(function (row) { return [fold(row.textContent), row]; });
    var tools = make('div', {class: 'tools'}), box = make('input', {type: 'search', autocomplete: 'off', spellcheck: 'false'});
    var count = make('output', {}), chosen = [];
    tools.appendChild(labelled('Filter this table', box));
    var apply = function () {
      var words = fold(box.value).split(/\s+/).filter(Boolean), shown = 0;
      rows.forEach(function (entry) {
        var fits = words.every(function (word) { return entry[0].indexOf(word) >= 0; }) && chosen.every(function (choice) {
          return choice[1].value === '' || entry[1].cells[choice[0]].textContent === choice[1].value.slice(1);
        });
        entry[1].hidden = !fits;
        shown += fits ? 1 : 0;
      });
      count.textContent = shown === rows.length ? '' : shown + ' of ' + rows.length;
    };
    Array.from(table.tHead.rows[0].cells).forEach(function (header, column) {
      if (!header.dataset.choose) return;
      var values = new Set(rows.map(function (entry) { return entry[1].cells[column].textContent; }));
      if (values.size < 2) return;
      var select = make('select', {});
      select.appendChild(make('option', {value: ''}, 'all'));
      Array.from(values).sort(new Intl.Collator('en').compare).forEach(function (words) {
        select.appendChild(make('option', {value: '=' + words}, words || '(none)'));
      });
      chosen.push([column, select]);
      select.addEventListener('change', apply);
      tools.appendChild(labelled(header.textContent, select));
    });
    box.addEventListener('input', apply);
    tools.appendChild(count);
    var frame = table.parentNode;
    frame.parentNode.insertBefore(tools, frame);
  };

  /* Search: cards, people and shortages that hold the words. "/" goes there, Escape clears it. */
  var makeSearch = function () {
    var nav = document.querySelector('nav');
    var items = Array.from(document.querySelectorAll('[data-search]')).map(function (item) {
      return [fold(item.textContent), item];
    });
    if (items.length === 0) return;
    var form = make('div', {class: 'search', role: 'search'}), count = make('output', {});
    var box = make('input', {type: 'search', autocomplete: 'off', spellcheck: 'false', 'aria-keyshortcuts': '/'});
    var apply = function () {
      var words = fold(box.value).split(/\s+/).filter(Boolean), shown = 0;
      items.forEach(function (entry) {
        var fits = words.every(function (word) { return entry[0].indexOf(word) >= 0; });
        entry[1].hidden = !fits;
        shown += fits ? 1 : 0;
      });
      count.textContent = words.length === 0 ? '' : shown === 1 ? '1 entry' : shown + ' entries';
    };
    form.appendChild(labelled('Search this page', box));
    form.appendChild(count);
    nav.appendChild(form);
    box.addEventListener('input', apply);
    box.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape') return;
      box.value = '';
      apply();
    });
    document.addEventListener('keydown', function (event) {
      var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.focus();
    });
    /* What a link points to is shown, whatever was searched. */
    window.addEventListener('hashchange', function () {
      var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.hidden) return;
      box.value = '';
      apply();
      target.scrollIntoView();
    });
  };

  document.querySelectorAll('table.sortable').forEach(function (table) {
    makeFilter(table);
    makeSortable(table);
  });
  makeSearch();
})();
