/** What is done with the rows that were selected in the list. */
export default {
  label: 'Action',
  choose: 'Choose an action',
  go: 'Go',
  bar: 'Actions on selected configurations',
  column: 'Select',
  select: 'Select {name}',
  selectPage: 'Select all on this page',
  selectAcross: {
    one: 'All {count} configuration that matches, on every page',
    other: 'All {count} configurations that match, on every page',
  },
  counter: '{selected} of {shown} selected',
  test: 'Test',
  activate: 'Make active',
  deactivate: 'Deactivate',
  duplicate: 'Duplicate, without passwords',
  delete: 'Delete',
  noAction: 'Choose an action first. Nothing was changed.',
  noneSelected: 'Select at least one configuration first. Nothing was changed.',
  gone: 'What you selected has been deleted meanwhile. Nothing was changed.',
  chooseOne:
    'Select exactly one configuration to make it active: mail of a scope goes through one at a time. Nothing was changed.',
  activeAlready: '“{name}” is active already. Nothing was changed.',
  noneActive: 'None of the selected configurations is active. Nothing was changed.',
  confirm: 'Confirm',
  back: 'No, take me back',
  changedMeanwhile:
    'What you selected has changed since you opened the page before. Look again: nothing was changed yet.',
  more: { one: 'and {count} more', other: 'and {count} more' },
  active: 'active',
  afterwards: 'What that means for mail',
  forSite: '{name}:',
  forScope: '{name}, of {scope}:',
  everywhere: 'This holds for every process of the app at once; nothing has to be restarted.',
  deleteTitle: {
    one: 'Delete {count} configuration?',
    other: 'Delete {count} configurations?',
  },
  deleteYes: { one: 'Yes, delete it', other: 'Yes, delete {count}' },
  deleteNote:
    'Their history is kept. The configurations themselves, with their passwords, cannot be brought back.',
  noneAffected: 'None of them is active: the mail that is sent now does not go through them.',
  deleted: {
    one: '{count} configuration was deleted.',
    other: '{count} configurations were deleted.',
  },
  deactivateTitle: {
    one: 'Deactivate {count} configuration?',
    other: 'Deactivate {count} configurations?',
  },
  deactivateYes: { one: 'Yes, deactivate it', other: 'Yes, deactivate {count}' },
  deactivated: {
    one: '{count} configuration was deactivated.',
    other: '{count} configurations were deactivated.',
  },
  duplicated: {
    one: '{count} copy was added: inactive, and without login.',
    other: '{count} copies were added: inactive, and without login.',
  },
  duplicatedNote: 'Enter username and password where the server asks for them.',
  duplicateFewer: 'Select at most {most} configurations to duplicate. Nothing was changed.',
  testFewer: 'Select at most {most} configurations to test at once. Nothing was tested.',
  tested: {
    one: '{count} configuration was tested: {passed} works.',
    other: '{count} configurations were tested: {passed} of them work.',
  },
  testedNot: {
    one: '{count} was not tested.',
    other: '{count} were not tested.',
  },
}
