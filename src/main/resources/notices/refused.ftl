<#import "common.ftl" as c>
<@subject>Văn bản từ chối giải quyết hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Hồ sơ của ông/bà không đủ điều kiện giải quyết.
<#if reason??>
Lý do: ${reason}
</#if>
<#if results?has_content>
Kết quả:
<#list results as result>
- ${result.title}<#if result.number??>, số ${result.number}</#if><#if result.day??>, ngày ${result.day}</#if>
</#list>
</#if>
Văn bản từ chối được trả theo hình thức ông/bà đã chọn: ${dossier.returnWay}. Ông/bà có thể liên hệ cơ quan giải quyết để được giải thích.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} không đủ điều kiện giải quyết, đã có văn bản từ chối nêu lý do. ${agency.name}</@sms>
<@zalo template="refused" so_ho_so=dossier.number ten=to.name co_quan=agency.name/>
