<#import "common.ftl" as c>
<@subject>Đã trả kết quả hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Kết quả hồ sơ của ông/bà đã được trả.
<#if results?has_content>
Kết quả:
<#list results as result>
- ${result.title}<#if result.number??>, số ${result.number}</#if><#if result.day??>, ngày ${result.day}</#if>
</#list>
</#if>
Nếu ông/bà chưa nhận được kết quả hoặc người nhận không phải do ông/bà cử, xin báo ngay cho ${dossier.returnPlace}.
</@c.letter>
</@mail>
<@sms>Kết quả hồ sơ ${dossier.number} đã được trả. Nếu ông/bà chưa nhận được, xin báo ngay cho ${dossier.returnPlace}.</@sms>
<@zalo template="returned" so_ho_so=dossier.number ten=to.name co_quan=agency.name/>
