/** Parts of a post that only some readers see, told by the names that plugins give to what holds them. */

const FOR_SOME =
  /member|restrict|private|protect|hid(?:e|den)|paywall|password|passster|subscri|logged|login|s2if|premium|paid|wlm_|mepr|pmpro|rcp_|ihc-|role|capab|secret|visib|gated|content_control|access(?!ib)/u;
/** Who works at a newspaper is shown to everybody. */
const OF_STAFF = /(?:team|staff|crew|board)[_-]?members?/gu;
/** Of these all that follows is for some readers, where nothing closes them. */
const FROM_HERE = /paywall|restrict|protect|premium|members?[_-]?only|gated/u;

/** Whether a shortcode or a block of this name holds what only some readers see. */
export const isForSome = (name: string): boolean => FOR_SOME.test(name.replace(OF_STAFF, ''));

/** Whether what follows one that nothing closes is for some readers only. */
export const isForSomeFromHere = (name: string): boolean => FROM_HERE.test(name);

/** Whether the settings of a block hide it. */
export const isHiddenBlock = (settings: string): boolean =>
  /"(?:hideBlock|isHidden|hidden)"\s*:\s*true|"blockVisibility"\s*:\s*(?:false|\{(?!\s*(?:\}|"viewport")))|"visibility"\s*:\s*"(?!public|visible|all|everyone)|"(?:userRoles|controlSets|memberOnly|membersOnly|loggedIn)"\s*:/u.test(
    settings,
  );

const NO = /^(?:|0|no|none|false|null|off|all|any|everyone|everybody|public|a:0:\{\}|\[\])$/iu;
/** The custom fields in which plugins keep for whom a post is. */
const FIELDS = new Set(
  '_jetpack_newsletter_access _members_access_role _wpmem_block rcp_access_level rcp_user_level rcp_subscription_level _is_restricted _restricted _restrict_content restrict_content memberful_acl _memberful_acl _issuem_leaky_paywall_visibility _paywall paywall _members_only members_only memberonly subscribers_only _subscribers_only premium _premium is_premium _is_premium paid_content _wc_memberships_restricted _ihc_mb_who _um_accessible _s2member_level ws_plugin__s2member_level'.split(
    ' ',
  ),
);

/** Whether a custom field says that a post is for some readers only. */
export const saysForSome = (key: string, value: string): boolean =>
  FIELDS.has(key.trim().toLowerCase()) && !NO.test(value.trim());
