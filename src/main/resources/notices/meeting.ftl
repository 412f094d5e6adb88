<#import "common.ftl" as c>
<@subject>Giấy mời họp, làm việc, hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Mời ông/bà họp, làm việc về hồ sơ đã nộp.
<#if meeting??>
<#if meeting.at??>
Thời gian: ${meeting.at}
</#if>
<#if meeting.place??>
Địa điểm, nội dung: ${meeting.place}
</#if>
<#else>
Thời gian, địa điểm: liên hệ cơ quan giải quyết.
</#if>
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number}: mời ông/bà họp, làm việc<#if meeting?? && meeting.at??> ${meeting.at}</#if>. <@c.more/> ${agency.name}</@sms>
<@zalo template="meeting" so_ho_so=dossier.number ten=to.name co_quan=agency.name thoi_gian=(meeting.at)!"theo giấy mời"/>
