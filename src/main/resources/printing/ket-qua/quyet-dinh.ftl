<#-- What a decision begins with. Sections in brackets; whatever is not known stays dots, for the specialist. -->
[ten-loai]
QUYẾT ĐỊNH
[trich-yeu]
${result.title}
[noi-dung]
# ${authority}
Căn cứ ..............................................................;
Căn cứ ..............................................................;
Xét hồ sơ số ${dossier.number} ${dossier.receivedOn} của ${applicant.name}<#if applicant.address?has_content>, địa chỉ: ${applicant.address}</#if> về việc ${procedure.matter};
Theo đề nghị của ..............................................................
# QUYẾT ĐỊNH:
Điều 1. ${typed.draftContent!"..............................................................."}
<#if typed.validFrom?has_content || typed.validTo?has_content>
Quyết định này có giá trị<#if typed.validFrom?has_content> từ ${typed.validFrom}</#if><#if typed.validTo?has_content> đến hết ${typed.validTo}</#if>.
</#if>
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. ${applicant.name} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.
[noi-nhan]
- Như Điều 3;
- Bộ phận Tiếp nhận và Trả kết quả;
- Lưu: VT, HS.
[chuc-danh-ky]
${signAs}
