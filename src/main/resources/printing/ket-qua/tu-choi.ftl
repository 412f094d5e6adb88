<#-- What a written refusal begins with: it has to say why. -->
[ten-loai]

[trich-yeu]
V/v không giải quyết hồ sơ
[noi-dung]
# Kính gửi: ${applicant.name}
${head.agency} nhận được hồ sơ số ${dossier.number} ${dossier.receivedOn} của ${applicant.name}<#if applicant.address?has_content>, địa chỉ: ${applicant.address}</#if> về việc ${procedure.matter}.
Sau khi thẩm định, ${head.agency} không giải quyết hồ sơ nêu trên với lý do sau:
- ${typed.reason!"..............................................................."}
Căn cứ: ..............................................................
${head.agency} trả lời để ${applicant.name} biết./.
[noi-nhan]
- Như trên;
- Bộ phận Tiếp nhận và Trả kết quả;
- Lưu: VT, HS.
[chuc-danh-ky]
${signAs}
