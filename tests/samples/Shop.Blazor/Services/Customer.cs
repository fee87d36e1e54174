using Microsoft.AspNetCore.Identity;

namespace Shop.Blazor.Services;

/// <summary>Who is signed in.</summary>
public sealed class Customer
{
    public string Number { get; set; } = "4711";

    [PersonalData]
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Tier { get; set; } = "standard";
}
