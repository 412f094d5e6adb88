<#-- What a written confirmation begins with. -->
[ten-loai]
${result.title}
[trich-yeu]

[noi-dung]
Xét đề nghị của ${applicant.name}<#if applicant.address?has_content>, địa chỉ: ${applicant.address}</#if> tại hồ sơ số ${dossier.number} ${dossier.receivedOn} về việc ${procedure.matter},
# ${authority} XÁC NHẬN:
${typed.draftContent!"..............................................................."}
[noi-nhan]
- ${applicant.name};
- Bộ phận Tiếp nhận và Trả kết quả;
- Lưu: VT, HS.
[chuc-danh-ky]
${signAs}
