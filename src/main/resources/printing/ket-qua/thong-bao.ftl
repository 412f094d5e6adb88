<#-- What a notice begins with. -->
[ten-loai]
THÔNG BÁO
[trich-yeu]
${result.title}
[noi-dung]
Xét hồ sơ số ${dossier.number} ${dossier.receivedOn} của ${applicant.name} về việc ${procedure.matter}, ${head.agency} thông báo như sau:
${typed.draftContent!"..............................................................."}
[noi-nhan]
- ${applicant.name};
- Bộ phận Tiếp nhận và Trả kết quả;
- Lưu: VT, HS.
[chuc-danh-ky]
${signAs}
