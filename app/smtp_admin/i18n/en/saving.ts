/** What happens when a form is sent: saved, or not because others were faster. */
export default {
  conflictTitle: 'Changed meanwhile',
  conflictHeading: 'Somebody else has changed this meanwhile',
  conflict:
    'Nothing was saved. What has been changed since you opened the form is listed here; what you entered is in the form below. Save it over the changes, or take them over field by field first.',
  conflictPassword: 'The password that you entered is not shown again: enter it once more.',
  changesSince: 'Changed since you opened the form',
  changedBy: 'By {by}',
  changedBySomebody: 'By somebody',
  yours: 'You entered',
  yoursSame: 'the same',
  yoursNone: 'not in this form',
  yoursKept: 'keep the stored one',
  yoursReplaced: 'a new one',
  yoursRemoved: 'remove it',
  saveMine: 'Save mine over it',
  enterPassword: 'Enter the password again',
  discardMine: 'Discard mine, show what is stored',
  entered: 'What you entered',

  deletedHeading: 'Deleted meanwhile',
  deletedMeanwhile:
    '“{name}” has been deleted meanwhile, so nothing was saved. What you entered is below: saved, it is added anew.',
  deletedMeanwhileBy:
    '“{name}” has been deleted meanwhile by {by}, so nothing was saved. What you entered is below: saved, it is added anew.',
}
