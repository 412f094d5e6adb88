<#-- What a result of no particular kind begins with. -->
[ten-loai]
${result.title}
[trich-yeu]

[noi-dung]
Xét hồ sơ số ${dossier.number} ${dossier.receivedOn} của ${applicant.name}<#if applicant.address?has_content>, địa chỉ: ${applicant.address}</#if> về việc ${procedure.matter},
# ${authority}
${typed.draftContent!"..............................................................."}
[noi-nhan]
- ${applicant.name};
- Bộ phận Tiếp nhận và Trả kết quả;
- Lưu: VT, HS.
[chuc-danh-ky]
${signAs}
