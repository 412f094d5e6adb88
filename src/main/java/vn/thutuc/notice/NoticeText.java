package vn.thutuc.notice;

import java.util.Map;

/**
 * A notice in words, for each way it can go.
 *
 * @param subject one line
 * @param mail text of the mail
 * @param sms one short line
 * @param zalo name of the template at Zalo, to be looked up in the settings
 * @param zaloFields what is put into that template
 */
record NoticeText(
    String subject, String mail, String sms, String zalo, Map<String, String> zaloFields) {}
