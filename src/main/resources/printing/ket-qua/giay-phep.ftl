<#-- What a permit or licence begins with. -->
[ten-loai]
${result.title}
[trich-yeu]

[noi-dung]
# ${authority}
Căn cứ ..............................................................;
Xét hồ sơ số ${dossier.number} ${dossier.receivedOn} của ${applicant.name} về việc ${procedure.matter},
# CẤP PHÉP CHO:
- Tổ chức, cá nhân: ${applicant.name}
<#if applicant.address?has_content>
- Địa chỉ: ${applicant.address}
</#if>
<#if applicant.idNumber?has_content>
- Số định danh/giấy tờ pháp lý: ${applicant.idNumber}
</#if>
Nội dung: ${typed.draftContent!"..............................................................."}
<#if typed.validFrom?has_content || typed.validTo?has_content>
Giấy phép có giá trị<#if typed.validFrom?has_content> từ ${typed.validFrom}</#if><#if typed.validTo?has_content> đến hết ${typed.validTo}</#if>.
</#if>
[noi-nhan]
- ${applicant.name};
- Bộ phận Tiếp nhận và Trả kết quả;
- Lưu: VT, HS.
[chuc-danh-ky]
${signAs}
