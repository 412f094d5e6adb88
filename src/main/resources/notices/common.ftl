<#-- What all notices share. Fields: docs/operator/notices.md. -->
<#macro letter>
Kính gửi: ${to.name}

<#nested>

Mã hồ sơ: ${dossier.number}
Thủ tục: ${procedure.title} (mã ${procedure.code})
Nộp lúc: ${dossier.receivedAt}
<#if lookUp??>
Tra cứu tình trạng hồ sơ: ${lookUp}
</#if>

Trân trọng,
${agency.name}
<#if agency.phone??>
Điện thoại: ${agency.phone}
</#if>

Thư này do hệ thống gửi tự động, ông/bà vui lòng không trả lời thư này.
</#macro>
<#-- End of an SMS: where the rest is told. -->
<#macro more>Chi tiết: ${lookUp!"hỏi tại nơi nộp hồ sơ"}.</#macro>
<#-- Lines of papers or of what is to be done. -->
<#macro list items>
<#list items as item>
- ${item}
</#list>
</#macro>
