<#-- What a letter that grants or answers begins with. -->
[ten-loai]

[trich-yeu]
V/v ${result.title}
[noi-dung]
# Kính gửi: ${applicant.name}
${head.agency} nhận được hồ sơ số ${dossier.number} ${dossier.receivedOn} của ${applicant.name} về việc ${procedure.matter}.
Sau khi xem xét, ${head.agency} có ý kiến như sau:
${typed.draftContent!"..............................................................."}
${head.agency} trả lời để ${applicant.name} biết và thực hiện./.
[noi-nhan]
- Như trên;
- Bộ phận Tiếp nhận và Trả kết quả;
- Lưu: VT, HS.
[chuc-danh-ky]
${signAs}
