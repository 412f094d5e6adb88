<#-- What a certificate begins with. -->
[ten-loai]
${result.title}
[trich-yeu]

[noi-dung]
# ${authority}
# CHỨNG NHẬN:
Tổ chức, cá nhân: ${applicant.name}
<#if applicant.address?has_content>
Địa chỉ: ${applicant.address}
</#if>
<#if applicant.idNumber?has_content>
Số định danh/giấy tờ pháp lý: ${applicant.idNumber}
</#if>
Nội dung chứng nhận: ${typed.draftContent!"..............................................................."}
<#if typed.validFrom?has_content || typed.validTo?has_content>
Có giá trị<#if typed.validFrom?has_content> từ ${typed.validFrom}</#if><#if typed.validTo?has_content> đến hết ${typed.validTo}</#if>.
</#if>
Cấp theo hồ sơ số ${dossier.number} ${dossier.receivedOn} (${procedure.title}).
[noi-nhan]

[chuc-danh-ky]
${signAs}
